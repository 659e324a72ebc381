/** What a thread has to be for a rule to hold; an empty list asks for nothing. Languages are BCP 47 primary tags ("de"). */
export type AssignmentConditions = {
  campaignIds: string[];
  mailboxIds: string[];
  categoryIds: string[];
  languages: string[];
};
