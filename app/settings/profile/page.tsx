import { cookies } from "next/headers";
import { ProfileSettings } from "@/components/settings/profile";
import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { getSession, requireContext } from "@/lib/auth/actor";
import { roleMay } from "@/lib/domain/permissions";
import { isPasswordOfStart } from "@/lib/domain/sandbox-sign-ins";
import { listAbsences } from "@/lib/services/absences/list-absences";
import { listApiKeys } from "@/lib/services/api-keys/list-api-keys";
import { findCalendarFeed } from "@/lib/services/calendar-feeds/find-calendar-feed";
import { getProfile } from "@/lib/services/members/get-profile";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("profile");

export default async function ProfilePage() {
  const context = await requireContext();
  const profile = await getProfile(context);
  const zones = [...new Set(["UTC", profile.timeZone, ...Intl.supportedValuesOf("timeZone")])];
  const kind = (await getSession())?.workspace.kind ?? "team";
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  const theme = isTheme(chosen) ? chosen : "system";
  const hasCalendar = roleMay(context.actor.role, "plan.read");
  const feed = hasCalendar ? await findCalendarFeed(context) : null;
  const absences = roleMay(context.actor.role, "absence.own") ? await listAbsences(context) : null;
  const keys = roleMay(context.actor.role, "apiKey.own") ? await listApiKeys(context) : [];
  const standing = keys.filter(({ isMine, revokedAt }) => isMine && revokedAt === null);
  return (
    <WithMessages of={["feed.settings", "composer.schedule", "assignment.absences"]}>
      <ProfileSettings
        profile={profile}
        zones={zones}
        theme={theme}
        feed={feed}
        absences={absences}
        keys={standing.map(({ name }) => name)}
        hasCalendar={hasCalendar}
        mayChangePassword={!isPasswordOfStart(kind, profile.email)}
      />
    </WithMessages>
  );
}
