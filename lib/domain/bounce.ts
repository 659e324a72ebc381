/** What a delivery report says about one recipient. `permanent`: this address will never take mail. */
export type Bounce = {
  recipient: string;
  /** Enhanced status code (RFC 3463), empty when the report names none. */
  status: string;
  /** The other server's own words, or a closed word when it gave none. */
  reason: string;
  permanent: boolean;
};
