"""Which IP addresses a URL may lead to: public ones only, so that nobody can have quipu ask a machine inside."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Named although ipaddress knows most of them as not global: what it knows has changed between Python versions.
# Sources: IANA special-purpose registries for IPv4 and IPv6, RFC 6890; RFC 6052 and RFC 8215 (NAT64), RFC 3056 (6to4),
# RFC 4380 (Teredo), whose addresses carry an IPv4 address that may be private.
_CLOSED = tuple(
    ip_network(block)
    for line in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24",
        "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
        "::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16",
        "fc00::/7 fe80::/10 fec0::/10 ff00::/8",
    )
    for block in line.split()
)
LOOPBACK = IPv4Address("127.0.0.1")


def is_public(address: str, *, allow_loopback: bool = False) -> bool:
    """Whether an address may be connected to. With `allow_loopback` (for tests) 127.0.0.1 may, and no other inside."""
    try:
        ip = _plain(ip_address(address))
    except ValueError:
        return False
    if allow_loopback and ip == LOOPBACK:
        return True
    is_closed = any(ip.version == block.version and ip in block for block in _CLOSED)
    return ip.is_global and not ip.is_multicast and not is_closed


def _plain(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is the IPv4 address."""
    mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    return ip if mapped is None else mapped
