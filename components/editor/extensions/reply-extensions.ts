import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import type { EditorWords } from "../editor-words";
import { CheckItem } from "./check-item";
import { CheckList } from "./check-list";
import { ClosingSigns } from "./closing-signs";
import { LinkOverWords } from "./link-over-words";
import { OwnPicture } from "./own-picture";
import { PicturePlaces } from "./picture-places";
import { Table } from "./table";
import { TableCell } from "./table-cell";
import { TableHeadCell } from "./table-head-cell";
import { TableRow } from "./table-row";
import { TextColour } from "./text-colour";
import { textKit } from "./text-kit";

/**
 * What a reply may hold. Pasted HTML is read through this schema, so that scripts, styles, classes and foreign pictures never
 * get in.
 */
export const replyExtensions = (words: EditorWords): Extensions => [
  textKit({ hasHeadings: true }),
  TextColour,
  CheckList,
  CheckItem.configure({ nested: true, a11y: { checkboxLabel: (node) => node.textContent || words.checkBox } }),
  Table,
  TableRow,
  TableCell,
  TableHeadCell,
  OwnPicture.configure({ widthLabel: words.pictureWidth }),
  PicturePlaces,
  LinkOverWords,
  ClosingSigns,
  Placeholder.configure({ placeholder: words.placeholder }),
];
