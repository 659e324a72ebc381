import { useEffect, useEffectEvent, useState } from "react";
import type { FilesAction } from "./files";
import { HeldUploads, uploadsAt } from "./held-uploads";

export type Uploads = Pick<HeldUploads, "add" | "remove" | "retry">;

type Around = {
  /** Where a draft's uploads go on while it is put aside; without it they end with the caller. */
  draft?: { place: string; draftId: string };
  onChange: (action: FilesAction) => void;
  onPicture?: Parameters<HeldUploads["listen"]>[0]["onPicture"];
};

/** The uploads of what is being written. */
export function useUploads({ draft, onChange, onPicture }: Around): Uploads {
  const [uploads] = useState(() => (draft ? uploadsAt(draft.place, draft.draftId) : new HeldUploads()));
  const endsHere = draft === undefined;
  const change = useEffectEvent(onChange);
  const picture = useEffectEvent((each: Parameters<NonNullable<typeof onPicture>>[0]) => onPicture?.(each));
  useEffect(() => {
    const end = uploads.listen({ change: (action) => change(action), onPicture: (each) => picture(each) });
    return () => {
      end();
      if (endsHere) uploads.stop();
    };
  }, [uploads, endsHere]);
  return uploads;
}
