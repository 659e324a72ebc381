"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { Theme } from "@/components/shell/theme";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { updateProfile } from "@/lib/actions/members";
import type { AbsenceItem } from "@/lib/domain/absence";
import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import type { CalendarFeedView } from "@/lib/services/calendar-feeds/schemas";
import { Absences } from "./absences";
import { CalendarFeed } from "./calendar-feed";
import { FormProblem } from "./form-problem";
import { OwnPresetsSettings } from "./own-presets";
import { PasswordForm } from "./password-form";
import { PreferencesSettings } from "./preferences";
import { SettingsPane } from "./settings-pane";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";
import { type WorkingHours, WorkingHoursForm } from "./working-hours";

type Profile = {
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  undoSeconds: number;
  work: WorkingHours;
};
const UNDO_CHOICES = [0, 5, 10, 15, 20, 30];

/** The person's own settings. `zones` are the time zones the server knows. */
export function ProfileSettings({
  profile,
  zones,
  theme,
  feed,
  absences,
  keys,
  hasCalendar,
  mayChangePassword,
}: {
  profile: Profile;
  zones: string[];
  theme: Theme;
  feed: CalendarFeedView | null;
  /** Null for who gives and takes no threads. */
  absences: AbsenceItem[] | null;
  /** Names of their API keys that are not revoked. */
  keys: string[];
  /** A client has no calendar. */
  hasCalendar: boolean;
  mayChangePassword: boolean;
}) {
  const t = useTranslations("settings.profile");
  // Who only reads is not asked how they answer.
  const answers = roleMay(profile.role, "reply.send");
  return (
    <SettingsPane title={t("title")} className="px-4 py-5 lg:px-5">
      <div className="flex max-w-md flex-col gap-10">
        <ProfileForm profile={profile} zones={zones} answers={answers} />
        {answers ? <WorkingHoursForm hours={profile.work} /> : null}
        <PreferencesSettings theme={theme} answers={answers} />
        {answers ? <OwnPresetsSettings /> : null}
        {absences ? <Absences absences={absences} /> : null}
        {hasCalendar ? <CalendarFeed feed={feed} /> : null}
        {mayChangePassword ? (
          <PasswordForm keys={keys} hasFeed={feed !== null} />
        ) : (
          <p className="text-text-3">{t("sandboxPassword")}</p>
        )}
      </div>
    </SettingsPane>
  );
}

type ProfileFormProps = { profile: Profile; zones: string[]; answers: boolean };

function ProfileForm({ profile, zones, answers }: ProfileFormProps) {
  const t = useTranslations("settings.profile");
  const common = useTranslations("common");
  const router = useRouter();
  const read = (data: FormData) => ({
    name: textOf(data, "name"),
    timeZone: textOf(data, "timeZone"),
    undoSeconds: answers ? Number(textOf(data, "undoSeconds")) : profile.undoSeconds,
  });
  const form = useHeldForm({
    act: updateProfile,
    read,
    onDone: () => {
      toast(common("saved"));
      router.refresh();
    },
  });
  const holds = UNDO_CHOICES.includes(profile.undoSeconds) ? UNDO_CHOICES : [...UNDO_CHOICES, profile.undoSeconds];
  return (
    <form {...form.attributes} className="flex flex-col gap-4">
      <FormProblem>{form.problem}</FormProblem>
      <p className="text-text-2">
        {profile.email}, {common(`role.${profile.role}`)}
      </p>
      <Field label={t("name")} error={form.errorOf("name")}>
        {(control) => <Input {...control} name="name" defaultValue={profile.name} autoComplete="name" />}
      </Field>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} error={form.errorOf("timeZone")}>
        {(control) => (
          <Select {...control} name="timeZone" defaultValue={profile.timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {answers ? (
        <Field label={t("undo")} hint={t("undoHint")} error={form.errorOf("undoSeconds")}>
          {(control) => (
            <Select {...control} name="undoSeconds" defaultValue={profile.undoSeconds}>
              {holds.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {t("seconds", { seconds })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Button type="submit" size="lg" variant="primary" pending={form.pending} className="self-start">
        {common("save")}
      </Button>
      {form.question}
    </form>
  );
}
