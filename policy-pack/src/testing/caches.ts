import { resource, type CaseProperties } from "./cases";

/** Resources that the cases on caches are made of. */
export const replicationGroup = (properties: CaseProperties = {}) =>
  resource("aws:elasticache/replicationGroup:ReplicationGroup", properties);
export const cacheCluster = (properties: CaseProperties = {}) =>
  resource("aws:elasticache/cluster:Cluster", properties);
export const serverlessCache = (properties: CaseProperties = {}) =>
  resource("aws:elasticache/serverlessCache:ServerlessCache", properties);
export const cacheUser = (properties: CaseProperties = {}) => resource("aws:elasticache/user:User", properties);
