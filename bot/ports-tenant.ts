/** Which runs a second person has to agree to before they start. */
export type ApprovalRules = {
  /** Payload syncs on more devices than this; null: the number of devices does not matter. */
  devices: number | null;
  /** Whatever takes something off a device. */
  removals: boolean;
  /** Full syncs of Exchange connectors. */
  fullSyncs: boolean;
};

/** What an administrator settles for everybody in a tenant. */
export type TenantSettings = {
  approvals: ApprovalRules;
  /** The conversation that is told what concerns the whole tenant, by its id. */
  noticesTo: string | null;
  /** How long what has ended is kept. */
  historyDays: number;
};
