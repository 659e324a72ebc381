"use server";

import { addMember as addMemberVerb } from "@/lib/services/members/add-member";
import { changePassword as changePasswordVerb } from "@/lib/services/members/change-password";
import { changeRole as changeRoleVerb } from "@/lib/services/members/change-role";
import { deactivateMember as deactivateMemberVerb } from "@/lib/services/members/deactivate-member";
import { givePassword as givePasswordVerb } from "@/lib/services/members/give-password";
import { reactivateMember as reactivateMemberVerb } from "@/lib/services/members/reactivate-member";
import {
  AddMemberInput,
  ChangePasswordInput,
  ChangeRoleInput,
  DeactivateMemberInput,
  MemberInput,
  SavePreferencesInput,
  SaveWorkingHoursInput,
  UpdateProfileInput,
} from "@/lib/services/members/schemas";
import { savePreferences as savePreferencesVerb } from "@/lib/services/members/save-preferences";
import { saveWorkingHours as saveWorkingHoursVerb } from "@/lib/services/members/save-working-hours";
import { updateProfile as updateProfileVerb } from "@/lib/services/members/update-profile";
import { action } from "./action";

export const addMember = action(AddMemberInput, addMemberVerb);
export const changeRole = action(ChangeRoleInput, changeRoleVerb);
export const deactivateMember = action(DeactivateMemberInput, deactivateMemberVerb);
export const reactivateMember = action(MemberInput, reactivateMemberVerb);
export const givePassword = action(MemberInput, givePasswordVerb);
export const updateProfile = action(UpdateProfileInput, updateProfileVerb);
export const savePreferences = action(SavePreferencesInput, savePreferencesVerb);
export const saveWorkingHours = action(SaveWorkingHoursInput, saveWorkingHoursVerb);
export const changePassword = action(ChangePasswordInput, changePasswordVerb);
