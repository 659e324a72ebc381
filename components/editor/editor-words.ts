/** What an editor says that is drawn outside of React. */
export type EditorWords = {
  placeholder: string | (() => string);
  /** The name of the handle that makes a picture wider or narrower. */
  pictureWidth: string;
  /** The name of the box of an empty line in a check-list. */
  checkBox: string;
};
