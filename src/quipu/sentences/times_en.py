"""English rules over the class letters of times_words.py: (kind, pattern), earlier rules win ties."""

from quipu.sentences.times_shared import COUNT, HALF, MOD, OTHER_COUNT, SHIFT

# The day of a clock time ("10 p.m. Wednesday", "5 p.m. EST, Nov. 9").
_THE_DAY = r",?(?:d|o)?(?:(?P<W>W)(?P<P>P)?|(?P<D>D)|(?P<M>M)\.?(?P<d>[12O]))?"

ENGLISH = (
    # explicit dates: "Sunday, Dec. 11, 2022", "the 7th of December", "January 2020", "2022-12-11"
    ("date", MOD + r"(?:(?P<W>W)\.?,?)?(?P<M>M)\.?t?(?P<d>[12O])(?:,?(?P<y>Y))?(?P<P>P)?"),
    ("date", MOD + r"(?:(?P<W>W)\.?,?)?t?(?P<d>[12O])o?(?P<M>M)(?:\.?,?(?P<y>Y))?(?P<P>P)?"),
    ("date", MOD + r"(?P<M>M)\.?[,o]?(?P<y>Y)|(?P<M2>M)(?=[&>]M,?(?P<y2>Y))"),
    ("date", r"(?P<M>M)\.?(?P<d>[12O])(?=[&>]M\.?[12O],?(?P<y>Y)|[&>][12O],?(?P<y2>Y))"),
    ("dayof", r"(?<=M[12O][&>])(?P<d>[12O])(?:,?(?P<y>Y)|(?=[.,(]|\Z))|(?<=M[12O]>)(?P<d2>[12O])"),
    ("dayof", r"(?<=M\.[12O][&>])(?P<d3>[12O])(?:,?(?P<y3>Y))?"),
    ("date", r"(?P<I>I)"),
    ("month", MOD + r"(?:(?P<s>[lxi])s?)?(?P<M>M)"),
    ("month", MOD + r"(?P<M>M)o?(?P<s>[lxi])U"),
    # weekdays: "last Friday", "early Sunday", "Friday night", "Tuesday of last week"
    ("weekday", MOD + r"(?P<s>[lxijf])?(?P<W>W)(?:\.?(?P<P>P))?|t(?P<s3>[bfl])(?P<W3>W)"),
    ("weekday", r"(?:t?(?P<B>B)>?|t)?(?P<P>P)o(?P<s>[lx])?(?P<W>W)"),
    ("weekday", MOD + r"(?P<W>W)(?P<P>P)?o?(?P<s2>[lxi])(?P<U>U)"),
    ("weekday", r"t?[BGO]hof?(?P<W>W)(?P<P>P)?"),
    ("set", r"(?P<w>w)(?P<p>p)?|(?P<W>W)(?P<p2>p)|(?P<W3>W)(?=[&,]W(?P<p3>p))|E(?P<W2>W)(?P<P>P)?"),
    # days counted from the anchor: "yesterday", "tonight", "this morning", "the morning"
    ("day", MOD + r"(?P<D>D)(?P<P>P)?|(?:t?(?P<B2>B)>?|t)?(?P<P2>P)o?(?P<D2>D)"),
    ("night", MOD + r"(?P<N>N)"),
    ("part", r"(?:(?P<B>B)>?|t|i|(?P<Be>[er])i)(?P<P>P)"),
    ("ended", r"tF?(?P<U>U)(?=X(?P<M>M)\.?(?P<d>[12O])(?:,?(?P<y>Y))?)"),
    ("duration", r"tF?(?P<U>U)(?=X)"),
    # stretches: "last week", "this year", "the following day", "the quarter"
    ("unit", MOD + r"t?" + SHIFT + r"s?F?(?P<U>U)"),
    ("unit", MOD + r"t(?P<s>s)(?P<U>U)|(?P<t>t)F?(?P<U2>U)"),
    ("unit", r"t?(?P<B>[GB])ot(?P<U>U)|(?P<U2>U)>?(?P<B2>G)"),
    ("weekof", r"t?(?P<U>U)o(?:(?P<M>M)\.?(?P<d>[12O])|t?(?P<d2>[12O])o?(?P<M2>M))(?:\.?,?(?P<y>Y))?"),
    ("season", MOD + r"(?P<s>[lxi])(?P<S>S)|t?(?P<S2>S)o?,?(?P<y>Y)|(?P<S3>S)(?P<s3>l)U"),
    ("season", r"(?P<t>t)(?P<S>S)"),
    ("weekend", MOD + r"t?(?P<s>[tlxijf])(?P<K>K)|t(?P<K2>K)"),
    ("quarter", r"(?P<O>O)>(?P<U>U)"),
    ("quarter", MOD + r"[ti]?F?(?P<O>O)F?(?P<U>U)(?:,?o?(?:F?(?P<y>Y)|(?P<s>[lxi])F?U))?"),
    ("quarter", r"t?(?P<y>Y)F?(?P<O>O)>?F?(?P<U>U)|(?P<s>[lxi])U[_o]?F?(?P<O2>O)>?F?(?P<U2>U)"),
    ("half", r"t?(?P<O>[Ol])½(?:o(?:(?P<y>Y)|(?P<s>[lxi])(?P<U>U)))"),
    ("yearago", r"(?:t|a)?(?P<U>U)>?(?P<g>[ge])(?:(?P<O>O)?(?P<U2>U)|Z)?"),
    ("period", r"tj(?P<Z>Z)|t(?P<y>Y)F?(?:(?P<Z2>Z)|(?P<U>U))"),
    ("fiscal", r"t?F(?P<y>Y)"),
    ("decade", MOD + r"t?(?P<y>y)"),
    ("year", MOD + r"(?:t?(?P<U>U))?(?P<y>Y)"),
    ("year", r"t?U(?P<n>n)"),
    # counted: "two years ago", "three days later", "the last 18 months", "more than four hours", "two-year"
    ("ago", r"q{0,3}" + COUNT + r"(?:>)?(?P<U>[Uuh])" + HALF + r"g|(?P<v2>u)g"),
    ("later", r"q{0,3}" + COUNT + r"(?P<U>[Uuh])(?P<r>[er])"),
    ("span", r"t?(?P<s>[lx])" + COUNT + r"?>?(?P<U>[uh])|t?(?P<s2>[lx])" + OTHER_COUNT + r">?(?P<U2>[Uuh])"),
    ("duration", r"q?t?O?" + COUNT + r"(?P<U>[Uuh])" + HALF + r"(?P<L>L)?"),
    ("duration", OTHER_COUNT + r">(?P<U2>[Uuh])(?:>?(?P<L2>L))?"),
    ("bare", r"(?P<U>u)"),
    ("set", r"E(?P<n>[123nO])?(?P<U>[Uu])|(?P<T>T)|E(?P<P>P)|E(?P<M>M)|E(?P<K>K)|(?P<K2>K)"),
    ("holiday", r"(?:(?P<s>[lx])?(?P<H>H)(?:,?(?P<y>Y))?)"),
    ("ref", r"(?P<R>R)|(?P<A>A)|(?P<V>V)[uh]"),
    # clock times: "10 p.m. Wednesday", "noon", "5 p.m. EST, Nov. 9"
    ("clock", r"q?(?:(?P<C>C)|(?P<c>[12])(?=m|k))(?P<m>m|k)?z?" + _THE_DAY),
    ("hour", r"(?:q?(?P<C>C)|(?<=[d>])q?(?P<c>[1n]))dt?(?P<P>P)(?:,?o?(?:(?P<D>D)|d?(?P<W>W)))?"),
)  # fmt: skip
