import type { Editor } from "@tiptap/react";
import { useEffect, useEffectEvent, useRef, type Dispatch } from "react";
import { keepPlaces, leavePlace, putPicture } from "@/components/editor/extensions/picture-places";
import type { ComposerAction } from "./composer-state";
import { uploadPath } from "./to-contract";

type Picture = { key: string; uploadId: string; fileName: string };

/** Pictures on their way into the text. Text alone holds none: there they hang below it. */
export function usePictures(editor: Editor | null, dispatch: Dispatch<ComposerAction>) {
  // Those that came before the editor.
  const waiting = useRef<Picture[]>([]);
  const put = ({ key, uploadId, fileName }: Picture) => {
    if (!editor) return;
    if (!holdsPictures(editor)) dispatch({ type: "files", change: { type: "hung", key } });
    else putPicture(editor, key, { src: uploadPath(uploadId), alt: fileName, contentId: uploadId });
  };
  const putAll = useEffectEvent(() => {
    if (editor) waiting.current.splice(0).forEach(put);
  });
  useEffect(() => putAll(), [editor]);
  return {
    keep: (keys: string[]) => {
      if (editor && holdsPictures(editor)) keepPlaces(editor, keys);
    },
    show: (picture: Picture) => (editor ? put(picture) : void waiting.current.push(picture)),
    leave: (key: string) => {
      if (editor && holdsPictures(editor)) leavePlace(editor, key);
    },
  };
}

const holdsPictures = ({ schema }: Editor): boolean => schema.nodes["image"] !== undefined;
