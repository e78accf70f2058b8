/** User and group of every container: an id above those that images give to people and daemons, and never root. */
export const containerUser = { id: 10001, text: "10001:10001" };
