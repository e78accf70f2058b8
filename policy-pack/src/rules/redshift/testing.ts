import { resource, type CaseProperties, type CaseResource } from "../../testing/cases";

export const cluster = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:redshift/cluster:Cluster", properties);

export const workgroup = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:redshiftserverless/workgroup:Workgroup", properties);

export const namespace = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:redshiftserverless/namespace:Namespace", properties);

/** A parameter group of a family, with parameters by name. */
export const parameterGroup = (family: unknown, parameters?: unknown): CaseResource =>
  resource("aws:redshift/parameterGroup:ParameterGroup", { family, parameters });
