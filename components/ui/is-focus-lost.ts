/** Whether what had the focus is gone, so that the page has it and keys lead nowhere. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
