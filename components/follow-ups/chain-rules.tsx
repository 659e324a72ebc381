import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { AWAY_RULES } from "@/lib/domain/follow-up";
import type { CategoryView } from "@/lib/domain/thread-view";
import type { ChainModel } from "./use-chain";

type ChainRulesProps = {
  model: ChainModel;
  categories: CategoryView[];
  /** The categories that stop it, chosen or as a team begins. */
  stops: string[];
  /** Their name and company as they are spoken of ("" when unknown). */
  name: string;
  company: string;
};

/** What stops the steps that are still to leave: an answer, a bounce and an unsubscribe always, categories by choice; and what an absence does. */
export function ChainRules({ model, categories, stops, name, company }: ChainRulesProps) {
  const t = useTranslations("follow-ups.rules");
  const { chain, dispatch } = model;
  return (
    <>
      <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
        <legend className="float-left w-full pb-1 text-12 text-text-2">{t("title")}</legend>
        <Always>{company ? t("answerOf", { name, company }) : t("answer", { name })}</Always>
        <Always>{t("bounce")}</Always>
        <Categories
          categories={categories}
          stops={stops}
          onChange={(categoryIds) => dispatch({ type: "stops", categoryIds })}
        />
      </fieldset>
      <div className="flex flex-col gap-1.5 border-t border-line pt-3">
        <p className="text-12 text-text-2">{t("away")}</p>
        <label className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13">
          {t("withReturn")}
          <Select
            value={chain.awayRule}
            onChange={({ target }) =>
              dispatch({ type: "away", rule: AWAY_RULES.find((known) => known === target.value) ?? "move" })
            }
            className="w-auto"
          >
            {AWAY_RULES.map((rule) => (
              <option key={rule} value={rule}>
                {t(`awayRule.${rule}`)}
              </option>
            ))}
          </Select>
        </label>
      </div>
    </>
  );
}

function Always({ children }: { children: string }) {
  const t = useTranslations("follow-ups.rules");
  return (
    <div className="flex items-baseline justify-between gap-3">
      <Checkbox checked disabled onChange={() => undefined} className="min-w-0">
        {children}
      </Checkbox>
      <span className="shrink-0 text-12 text-text-3">{t("always")}</span>
    </div>
  );
}

type CategoriesProps = Pick<ChainRulesProps, "categories" | "stops"> & { onChange: (ids: string[]) => void };

/** Folded to one line that names them, until somebody wants others. */
function Categories({ categories, stops, onChange }: CategoriesProps) {
  const t = useTranslations("follow-ups.rules");
  const [isOpen, setOpen] = useState(false);
  const chosen = categories.filter(({ id }) => stops.includes(id));
  if (categories.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3 text-13">
        <span className="min-w-0">
          {chosen.length > 0 ? t("category", { names: chosen.map(({ name }) => name).join(", ") }) : t("noCategory")}
        </span>
        <Button variant="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="text-12">
          {t(isOpen ? "fold" : "choose")}
        </Button>
      </div>
      {isOpen ? (
        <div className="grid gap-2 sm:grid-cols-2">
          {categories.map(({ id, name, sentiment, kind }) => (
            <Checkbox
              key={id}
              checked={stops.includes(id)}
              onChange={(on) => onChange(on ? [...stops, id] : stops.filter((other) => other !== id))}
            >
              <span className="flex items-center gap-1.5">
                <CategoryMark sentiment={sentiment} hue={kind} />
                {name}
              </span>
            </Checkbox>
          ))}
        </div>
      ) : null}
    </div>
  );
}
