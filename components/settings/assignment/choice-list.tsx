import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { Named } from "@/lib/domain/assignment-rule-item";

/** More are looked through by typing. */
const MANY = 10;

type ChoiceListProps = {
  label: string;
  /** What is said while none is chosen. */
  none: string;
  choices: Named[];
  /** In the order in which they were chosen. */
  chosen: string[];
  onChange: (ids: string[]) => void;
  isOpen?: boolean;
};

/** Any number of a list, folded away behind what is chosen of it. */
export function ChoiceList({ label, none, choices, chosen, onChange, isOpen = false }: ChoiceListProps) {
  const t = useTranslations("assignment");
  const format = useFormatter();
  const [typed, setTyped] = useState("");
  const words = typed.trim().toLocaleLowerCase();
  const shown = choices.filter(({ name }) => name.toLocaleLowerCase().includes(words));
  const names = chosen.flatMap((id) => choices.find((each) => each.id === id)?.name ?? []);
  const toggle = (id: string, isOn: boolean) => onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <details open={isOpen} className="group rounded-2 border border-line">
      <summary className="flex min-h-control cursor-default list-none items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover touch:min-h-control-touch">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 stroke-[1.75] text-text-3 transition-transform duration-1 group-open:rotate-90"
        />
        <span className="shrink-0 font-medium">{label}</span>
        <span className="ml-auto min-w-0 truncate text-text-2">{names.length > 0 ? format.list(names) : none}</span>
      </summary>
      <fieldset className="border-t border-line px-2 py-1.5">
        <legend className="sr-only">{label}</legend>
        {choices.length > MANY ? (
          <Input
            type="search"
            aria-label={t("find", { what: label })}
            placeholder={t("find", { what: label })}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className="mb-1.5"
          />
        ) : null}
        <div className="flex max-h-40 flex-col overflow-y-auto">
          {shown.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={(isOn) => toggle(id, isOn)}
              className="min-h-control px-1 touch:min-h-control-touch"
            >
              {name}
            </Checkbox>
          ))}
          {shown.length === 0 ? <p className="px-1 py-1.5 text-12 text-text-3">{t("noneFound")}</p> : null}
        </div>
      </fieldset>
    </details>
  );
}
