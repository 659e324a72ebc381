/** No account has more. */
const MOST = 2 ** 24;

/**
 * How many rows a list has that tells no total: doubling until there is none any more, then halving between. For n rows about
 * 2 log2 n questions.
 * @param hasRow whether there is a row at an offset
 */
export async function countReplies(hasRow: (offset: number) => Promise<boolean>): Promise<number> {
  if (!(await hasRow(0))) return 0;
  let [there, gone] = [0, 1];
  while (gone < MOST && (await hasRow(gone))) [there, gone] = [gone, gone * 2];
  while (gone - there > 1) {
    const middle = Math.floor((there + gone) / 2);
    if (await hasRow(middle)) there = middle;
    else gone = middle;
  }
  return gone;
}
