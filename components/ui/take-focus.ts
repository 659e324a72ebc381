/** As the `ref` of what a press has just opened: the focus goes into it. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
