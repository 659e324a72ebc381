/** A form in which two spellings of one name are equal: in large or small letters, and with blanks around it. */
export const nameKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();
