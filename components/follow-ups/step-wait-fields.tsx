import { useTranslations } from "next-intl";
import { ClockField } from "@/components/fields/clock-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LONGEST_WAIT, WAIT_UNITS, type StepWait } from "@/lib/domain/follow-up";

type StepWaitFieldsProps = {
  wait: StepWait;
  isFirst: boolean;
  describedBy: string | undefined;
  wrong: "count" | "time" | null;
  onChange: (wait: Partial<StepWait>) => void;
};

/** "If no reply in 2 business days at 09:10", with fields in the sentence. */
export function StepWaitFields({ wait, isFirst, describedBy, wrong, onChange }: StepWaitFieldsProps) {
  const t = useTranslations("follow-ups.editor");
  return (
    <p className="flex min-h-control-lg min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-13 font-medium">
      {t.rich(isFirst ? "waitFirst" : "waitNext", {
        count: () => (
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={LONGEST_WAIT}
            aria-label={t("count")}
            aria-invalid={wrong === "count" || undefined}
            aria-describedby={describedBy}
            // An empty field is no number yet.
            value={wait.count || ""}
            onChange={({ target }) => onChange({ count: Number(target.value) || 0 })}
            className="w-14 tabular-nums"
          />
        ),
        unit: () => (
          <Select
            aria-label={t("unit")}
            value={wait.unit}
            onChange={({ target }) => onChange({ unit: WAIT_UNITS.find((known) => known === target.value) ?? "days" })}
            className="w-auto"
          >
            {WAIT_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`units.${unit}`, { count: wait.count })}
              </option>
            ))}
          </Select>
        ),
        time: () => (
          <ClockField
            isProblemTold
            aria-label={t("time")}
            aria-invalid={wrong === "time" || undefined}
            aria-describedby={describedBy}
            value={wait.time}
            onChange={(time) => onChange({ time: time ?? "" })}
            className="w-25"
          />
        ),
      })}
    </p>
  );
}
