import type { Editor } from "@tiptap/react";
import type { Dispatch } from "react";
import { keepPlaces, leavePlace, putPicture } from "@/components/editor/extensions/picture-places";
import type { ComposerAction } from "./composer-state";
import { uploadPath } from "./to-contract";

type Picture = { key: string; uploadId: string; fileName: string };

/** Pictures on their way into the text. Text alone holds none: there they hang below it. */
export function usePictures(editor: Editor | null, dispatch: Dispatch<ComposerAction>) {
  return {
    keep: (keys: string[]) => {
      if (editor && holdsPictures(editor)) keepPlaces(editor, keys);
    },
    /** @returns false while there is no text yet: it is to be offered again */
    show: ({ key, uploadId, fileName }: Picture): boolean => {
      if (!editor) return false;
      if (!holdsPictures(editor)) dispatch({ type: "files", change: { type: "hung", key } });
      else putPicture(editor, key, { src: uploadPath(uploadId), alt: fileName, contentId: uploadId });
      return true;
    },
    leave: (key: string) => {
      if (editor && holdsPictures(editor)) leavePlace(editor, key);
    },
  };
}

const holdsPictures = ({ schema }: Editor): boolean => schema.nodes["image"] !== undefined;
