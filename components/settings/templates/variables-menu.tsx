import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { TEMPLATE_VARIABLES } from "@/lib/domain/template-variables";

const SIDES = ["lead", "campaign", "sender"] as const;

/** Every variable there is, by whom it speaks of; choosing one puts it in at the caret. */
export function VariablesMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (text: string) => void }) {
  const t = useTranslations("templates.variables");
  // The menu gives the focus back to its button first.
  const choose = (text: string) => requestAnimationFrame(() => onChoose(text));
  return (
    <Menu
      trigger={
        <Button size="sm" variant="quiet" icon={<Braces aria-hidden />} disabled={disabled}>
          {t("insert")}
        </Button>
      }
    >
      {SIDES.map((side) => (
        <MenuGroup key={side} label={t(`side.${side}`)}>
          {TEMPLATE_VARIABLES.filter((name) => name.startsWith(`${side}.`)).map((name) => (
            <MenuItem key={name} onSelect={() => choose(`{{${name}}}`)}>
              <span className="flex items-baseline justify-between gap-4">
                {t(`name.${name.replace(".", "_") as "lead_firstName"}`)}
                <code className="text-11 text-text-3">{name}</code>
              </span>
            </MenuItem>
          ))}
          {side === "lead" ? (
            <MenuItem onSelect={() => choose("{{lead.custom.name}}")}>
              <span className="flex items-baseline justify-between gap-4">
                {t("name.lead_custom")}
                <code className="text-11 text-text-3">lead.custom.…</code>
              </span>
            </MenuItem>
          ) : null}
        </MenuGroup>
      ))}
    </Menu>
  );
}
