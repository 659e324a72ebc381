import { useEffect, useEffectEvent, useState } from "react";
import type { FilesAction } from "./files";
import { HeldUploads, uploadsAt, type TakesAway } from "./held-uploads";

export type Uploads = Pick<HeldUploads, "add" | "remove" | "retry" | "offer">;

type Around = {
  /** Where a draft's uploads go on while it is put aside, and what keeps them then; without it they end with the caller. */
  draft?: { place: string; draftId: string; onAway: TakesAway };
  onChange: (action: FilesAction) => void;
  onPicture?: Parameters<HeldUploads["listen"]>[0]["onPicture"];
};

/** The uploads of what is being written. */
export function useUploads({ draft, onChange, onPicture }: Around): Uploads {
  const [uploads] = useState(() => (draft ? uploadsAt(draft.place, draft.draftId) : new HeldUploads()));
  const endsHere = draft === undefined;
  const change = useEffectEvent(onChange);
  const picture = useEffectEvent((each: Parameters<NonNullable<typeof onPicture>>[0]) => onPicture?.(each) ?? false);
  const away = useEffectEvent((row: Parameters<TakesAway>[0]) => draft?.onAway(row) ?? false);
  useEffect(() => {
    const end = uploads.listen({ change: (action) => change(action), onPicture: (each) => picture(each) });
    return () => {
      end((row) => away(row));
      if (endsHere) uploads.stop();
    };
  }, [uploads, endsHere]);
  return uploads;
}
