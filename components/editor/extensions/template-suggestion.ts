import { PluginKey } from "@tiptap/pm/state";
import { Extension, type Editor } from "@tiptap/react";
import Suggestion, { exitSuggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { TemplateStore } from "../template-store";

const KEY = new PluginKey("templateSuggestion");

/** "/" at the beginning of a line or after a space asks for a template; what is typed behind it, without a space, looks for one. */
export const templateSuggestion = (store: TemplateStore) =>
  Extension.create({
    name: "templateSuggestion",
    // Its Enter and Tab go before those of lists and tables.
    priority: 1000,
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: KEY,
          char: "/",
          decorationClass: "template-query",
          items: () => [],
          allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code,
          render: () => ({
            onStart: (props) => store.ask(askedOf(props)),
            onUpdate: (props) => store.ask(askedOf(props)),
            onExit: () => store.ask(null),
            onKeyDown: ({ event }) => store.takesKey(event),
          }),
        }),
      ];
    },
  });

/** Closes the list; what was typed stays. */
export const closeTemplateSuggestion = (editor: Editor): void => exitSuggestion(editor.view, KEY);

const askedOf = ({ query, range, clientRect }: SuggestionProps) => ({
  query,
  ...range,
  place: () => clientRect?.() ?? null,
});
