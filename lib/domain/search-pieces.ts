/**
 * One piece of what was typed: `-operator:"value"` with everything but the value optional. `source` is the piece without its
 * minus, `start` and `end` say where it stands (with it).
 */
export type Piece = {
  isNegated: boolean;
  operator: string | null;
  value: string;
  isQuoted: boolean;
  source: string;
  start: number;
  end: number;
};

const PIECE = /(-?)(?:(\p{L}[\p{L}_]*):)?(?:"([^"]*)(?:"|$)|([^\s"]+)|(?=[\s"]|$))/gu;

/** Cuts what was typed at spaces and quotes. A quote that is not closed yet reaches to the end. */
export function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: whole, 1: minus, 2: operator, 3: quoted, 4: plain, index } of typed.matchAll(PIECE)) {
    if (whole === "") continue;
    pieces.push({
      isNegated: minus === "-" && whole.length > 1,
      operator: operator ?? null,
      value: quoted ?? plain ?? "",
      isQuoted: quoted !== undefined,
      source: whole.slice(minus!.length),
      start: index,
      end: index + whole.length,
    });
  }
  return pieces;
}
