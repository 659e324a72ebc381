/** What the lead of the documentation's example call says first, whatever she is told. */
export const LIKEABLE_ANSWERS: readonly string[] = [
  `Hi Callum,

thank you, that was quick. I showed it to Colm, who read it twice and then went to look at the glycol pumps, which in Colm is a sign of enthusiasm.

Thursday at 10:00 would suit us both. Could you bring one of the clips, so that he can hose it down himself?

Best,
Maeve`,
  `Hi Callum,

good, we are on. The pumps stand behind the old brine tank, wear boots you don't love.

One question for the meantime: how long should they stay on before we trust the figures?

Best,
Maeve`,
  `Hi Callum,

all clear from here. I pass it on to Colm and we talk when you are on site.

Maeve`,
];
