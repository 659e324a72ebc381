import { RECIPIENT_FIELDS, type RecipientField } from "./composer-state";

const TYPE = "application/x-recipient";

/** The field below or above, in the order in which they stand; null past the last one. */
export const fieldBeside = (field: RecipientField, step: 1 | -1): RecipientField | null =>
  RECIPIENT_FIELDS[RECIPIENT_FIELDS.indexOf(field) + step] ?? null;

/** Puts into a drag which chip it takes along. */
export function takeChip(data: DataTransfer, field: RecipientField, index: number): void {
  data.setData(TYPE, `${field} ${index}`);
  data.effectAllowed = "move";
}

export const hasChip = (data: DataTransfer): boolean => data.types.includes(TYPE);

/** Which chip a drag brings; null for what is no chip of this composer. */
export function chipIn(data: DataTransfer): { from: RecipientField; index: number } | null {
  const [field, index] = data.getData(TYPE).split(" ");
  const from = RECIPIENT_FIELDS.find((each) => each === field);
  return from && index && /^\d+$/.test(index) ? { from, index: Number(index) } : null;
}
