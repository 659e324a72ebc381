import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { Choice } from "./access-item";

type ChoiceBoxesProps = {
  legend: string;
  choices: Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Boxes to tick, of which there may be many: they scroll in a place of their own. */
export function ChoiceBoxes({ legend, choices, chosen, onChange }: ChoiceBoxesProps) {
  const t = useTranslations("access");
  const change = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-12 font-medium">{legend}</legend>
      {choices.length === 0 ? (
        <p className="text-12 text-text-3">{t("none")}</p>
      ) : (
        <div className="flex max-h-44 flex-col gap-1 overflow-y-auto rounded-2 border border-line p-2">
          {choices.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={(isChosen) => change(id, isChosen)}
              className="min-w-0 py-0.5 break-all touch:py-2"
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  );
}
