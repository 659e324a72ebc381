/** Who is who at Smartlead: the workspace's members, and the numbers that its rows name with how many leads are theirs. */
export type SmartleadTeam = {
  members: { id: string; name: string; remoteId: string | null }[];
  seen: { remoteId: string; leads: number }[];
};
