import { Plugin, PluginKey, Selection, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { Extension, type Editor } from "@tiptap/core";

type Place = { key: string; at: number };
type Change = { kept: string[] } | { left: string };

export const PICTURE_PLACES = new PluginKey<Place[]>("picturePlaces");

/**
 * Where pictures will stand that are still on their way. What is written or chosen meanwhile stays as it is; of several at one
 * place the first stays the first, whichever comes first.
 */
export const PicturePlaces = Extension.create({
  name: "picturePlaces",
  addProseMirrorPlugins: () => [
    new Plugin<Place[]>({
      key: PICTURE_PLACES,
      state: {
        init: () => [],
        apply: (tr, places, _former, state) => {
          const change = tr.getMeta(PICTURE_PLACES) as Change | undefined;
          const left = change && "left" in change ? places.findIndex(({ key }) => key === change.left) : -1;
          const moved = places.flatMap(({ key, at }, index) => {
            // What came to the place of another one stands before all that were meant to be behind it.
            const mapped = tr.mapping.mapResult(at, left >= 0 && index > left ? 1 : -1);
            return index === left || mapped.deletedAcross ? [] : [{ key, at: mapped.pos }];
          });
          return change && "kept" in change
            ? [...moved, ...change.kept.map((key) => ({ key, at: state.selection.to }))]
            : moved;
        },
      },
      props: {
        decorations: (state: EditorState) =>
          DecorationSet.create(
            state.doc,
            placesOf(state).map(({ key, at }) => Decoration.widget(at, drawPlace, { key, side: -1 })),
          ),
      },
    }),
  ],
});

/** Keeps the caret's place for pictures, in their order. */
export function keepPlaces(editor: Editor, keys: string[]): void {
  editor.commands.setMeta(PICTURE_PLACES, { kept: keys } satisfies Change);
}

/** Nothing will come to this place any more. */
export function leavePlace(editor: Editor, key: string): void {
  editor.commands.setMeta(PICTURE_PLACES, { left: key } satisfies Change);
}

/** Puts a picture where its place was kept, else at the end; the caret and the focus stay where they are. */
export function putPicture(editor: Editor, key: string, attrs: { src: string; alt: string; contentId: string }): void {
  const at = placesOf(editor.state).find((place) => place.key === key)?.at ?? Selection.atEnd(editor.state.doc).to;
  editor
    .chain()
    .setMeta(PICTURE_PLACES, { left: key } satisfies Change)
    .insertContentAt(at, { type: "image", attrs }, { updateSelection: false })
    .run();
}

const placesOf = (state: EditorState): Place[] => PICTURE_PLACES.getState(state) ?? [];

function drawPlace(): HTMLElement {
  const box = document.createElement("span");
  box.className = "picture-place";
  box.setAttribute("aria-hidden", "true");
  return box;
}
