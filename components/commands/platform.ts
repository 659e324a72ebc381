/** Whether shortcuts go with Cmd here. Only in the browser. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
