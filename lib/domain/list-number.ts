/** How a numbered list signs an item, by its `type` (HTML: "1", "a", "A", "i", "I"); what has no letters is a number. */
export function listNumber(number: number, type: string | null | undefined): string {
  if (number < 1 || number > MOST) return String(number);
  if (type === "a" || type === "A") return inCaseOf(type, letters(number));
  if (type === "i" || type === "I") return inCaseOf(type, roman(number));
  return String(number);
}

const MOST = 3999;

const inCaseOf = (type: string, sign: string): string => (type === type.toUpperCase() ? sign : sign.toLowerCase());

/** After Z come AA, AB and so on. */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return `${rest > 0 ? letters(rest) : ""}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}

const ROMAN = Object.entries({
  M: 1000,
  CM: 900,
  D: 500,
  CD: 400,
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1,
});

function roman(number: number): string {
  let rest = number;
  let sign = "";
  for (const [digits, value] of ROMAN) for (; rest >= value; rest -= value) sign += digits;
  return sign;
}
