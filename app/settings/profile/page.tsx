import { ProfileSettings } from "@/components/settings/profile";
import { getSession, requireContext } from "@/lib/auth/actor";
import { getProfile } from "@/lib/services/members/get-profile";

export default async function ProfilePage() {
  const context = await requireContext();
  const profile = await getProfile(context);
  const zones = [...new Set(["UTC", profile.timeZone, ...Intl.supportedValuesOf("timeZone")])];
  const isTeam = (await getSession())?.workspace.kind === "team";
  return <ProfileSettings profile={profile} zones={zones} mayChangePassword={isTeam} />;
}
