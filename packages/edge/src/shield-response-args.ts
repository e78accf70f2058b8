/** Somebody whom the Shield response team calls in an attack. */
export interface ShieldResponseContact {
  /** E-mail address. Plain value. */
  email: string;
  /** Telephone number in international form, for example +15555550100. Plain value. Default: none; one contact needs one. */
  phone?: string;
  /** When to call and whom to ask for, without PHI. Plain value. Default: none. */
  notes?: string;
}

/** Arguments of ShieldResponse. */
export interface ShieldResponseArgs {
  /** Those on duty, one to ten, of whom one at least has a telephone number. Plain list. */
  contacts: ShieldResponseContact[];
}
