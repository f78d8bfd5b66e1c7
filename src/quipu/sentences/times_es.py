"""Spanish rules over the class letters of times_words.py: (kind, pattern), earlier rules win ties."""

from quipu.sentences.times_shared import COUNT, HALF, OTHER_COUNT

# "a finales de", "a principios de".
_MOD = r"(?:t?(?P<B>G)[ot])?"
# "el pasado domingo", "el domingo", before the day of a month.
_NAMED = r"t?(?P<s>[lx])?(?:(?P<W>W),?)?t?(?P<s2>[lx])?"
# "las 11 de la mañana de ayer".
_THE_DAY = r"(?:[ot]{1,2}(?P<P>P))?(?:[ot]{1,2}(?:(?P<D>D)|(?P<W>W)))?"
_YEAR = r"(?:\.?[o>t,]{0,2}U?(?P<y>Y))?"
SPANISH = (
    ("date", _MOD + _NAMED + r"(?:t?U)?t?(?P<d>[12aOn])o(?:Uo)?(?P<M>M)" + _YEAR + r"(?P<s3>[lx])?"),
    ("date", _MOD + r"t?(?P<s>[lx])?(?:Uo)?(?P<M>M)\.?[o>t,]{1,2}U?(?P<y>Y)"),
    ("date", r"(?P<M2>M)(?=[&>]M[o>t,]{1,2}U?(?P<y2>Y))"),
    ("date", r"t?(?P<I>I)"),
    ("month", _MOD + r"t?(?P<s>[lxi])?(?:U(?P<s4>[lx])?o)?(?P<M>M)(?P<s2>[lx])?"),
    ("month", _MOD + r"(?P<M>M)(?:o|t)(?:t?(?P<s>[lxi])U|U(?P<s2>[lx]))"),
    ("dayof", r"t(?P<d>[12aOn])(?=(?:[&>,]t?[12aOn]){1,8}o(?P<M>M))|t?(?P<d2>[12])(?=(?:[&>,]t?[12]){1,8}o(?P<M2>M))"),
    ("dayof", r"t(?P<s>[lx])?(?P<U>[Uu])(?P<d>[12])(?=(?:[&>,]t?[12]){1,8}o(?P<M>M)(?:[ot]{1,2}(?P<y>Y))?)"),
    ("dayof", r"t(?P<s>[lx])?(?P<U>[Uu])(?P<d>[12])"),
    ("weekday", r"(?:t|(?P<i>[ij]))?s?(?P<s>[lxf])?(?P<W>W)(?:(?P<s2>[lxf]))?(?:_?[to]{1,2}(?P<P>P)|o?t?(?P<N>N))?"),
    ("weekday", r"t?(?P<P>P)[ot]{1,2}(?P<s>[lx])?(?P<W>W)(?P<s2>[lxf])?"),
    ("set", r"(?:t)?(?P<w>w)|E(?P<W2>W)s?"),
    ("day", r"(?P<D>D)(?:,?(?P<W>W)|_?t(?P<P>P)|o?(?P<P2>P))?"),
    ("day", r"t?(?P<P>P)o(?P<D>D)|t?Uo(?P<D2>D)"),
    ("night", r"(?P<N>N)"),
    ("part", r"(?:t|i|o)(?P<P>P)|(?P<P2>P)(?P<s>l)"),
    ("unit", _MOD + r"t?(?P<s>[lxijbfs])s?(?P<U>U)(?:(?P<y>Y))?"),
    ("unit", _MOD + r"[ti]?(?P<U>U)(?P<s>[lxbf])"),
    ("unit", r"(?P<B>G)[ot]t?(?P<U>U)|(?P<t>t)(?P<U2>U)(?P<A>A)?"),
    ("season", r"t?(?:(?P<s>[lxi]))?(?P<S>S)(?:(?P<s2>[lx])|[ot]{1,2}(?P<y>Y))?"),
    ("weekend", r"[tij]?(?P<s>[lx])?(?P<K>K)(?P<s2>[lx])?"),
    ("quarter", r"t?(?P<O>O|l)(?P<U>U)(?:[ot]{1,2}U?(?P<y>Y)|[ot](?P<s>[lxi])U|[ot]U(?P<s2>[lx]))?"),
    ("decade", r"(?:t?Uo)?t(?:u)?(?P<y>y)|(?:t?Uo)?tu(?P<d>[3])|(?:t?Uo)?t(?P<n>n)(?=\Z|[.,_])"),
    ("century", r"t?(?P<U>U)(?P<O>O)"),
    ("year", _MOD + r"(?P<t>t)?(?:(?P<i>i)s?)?(?P<U>[Uu])?(?P<y>Y)"),
    ("ago", r"(?P<g>g)q{0,3}(?:" + COUNT + r")?(?P<U>[Uuh])" + HALF),
    ("ago", r"q{0,3}" + OTHER_COUNT + r"(?P<U2>[Uuh])(?P<g2>g)"),
    ("later", r"q{0,3}" + COUNT + r"?(?P<U>[uUh])(?P<r>[er])"),
    ("span", r"q?t(?P<s>[lx])" + COUNT + r"?(?P<U>[uh])|t(?P<s3>O)(?P<U3>u)"),
    ("span", r"q?t" + OTHER_COUNT + r"(?P<s2>[lx])(?P<U2>[uh])"),
    ("duration", r"[qt]{0,3}" + COUNT + r"(?P<U>[Uuh])" + HALF + r"(?:&(?P<n2>[123n])(?P<U2>[Uuh]))?"),
    ("bare", r"(?P<U>u)"),
    ("set", r"E(?P<n>[123n])?(?P<U>[Uu])|(?P<T>T)|E(?P<P>P)"),
    ("holiday", r"t?(?:(?P<s>[lx]))?(?P<H>H)(?:[ot]{1,2}(?P<y>Y))?"),
    ("ref", r"(?P<R>R)|(?P<A>A)|(?P<l>[lx])"),
    ("clock", r"q?t?(?:(?P<C>C)|(?P<c>[12n])(?=m|k|ot?P|tP))(?P<m>m)?k?z?" + _THE_DAY),
)  # fmt: skip
