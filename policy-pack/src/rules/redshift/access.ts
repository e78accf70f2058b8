import { mustBeTrue, mustNotBeTrue, required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isRestore } from "./tokens";

const notPublic = resourceRule("redshift-not-public", {
  check: mustNotBeTrue("publiclyAccessible", "the warehouse can be reached from the internet"),
});

const noElasticIp = resourceRule("redshift-no-elastic-ip", {
  // An address given at all is the fault, whichever it turns out to be.
  faultsOnPresence: true,
  check: (resource) => {
    resource.onlyWhen(
      resource.get("publiclyAccessible").isTrue().not(),
      "is publicly accessible, which is another rule's finding",
    );
    resource.expect(resource.get("elasticIp").isGiven().not(), "the private cluster holds a public address");
  },
});

const enhancedVpcRouting = resourceRule("redshift-enhanced-vpc-routing", {
  check: mustBeTrue("enhancedVpcRouting", "COPY and UNLOAD traffic leaves the VPC"),
});

const subnetGroup = resourceRule("redshift-subnet-group", {
  check: required("clusterSubnetGroupName", "the cluster names no subnet group"),
});

const managedPassword = resourceRule("redshift-managed-password", {
  // A password input is the fault, whatever its origin: policies receive secrets unwrapped and cannot tell.
  faultsOnPresence: true,
  check: (resource) => {
    const managed = Truth.any([
      resource.get("manageMasterPassword").isTrue(),
      resource.get("masterPasswordWo").isGiven(),
      isRestore(resource),
    ]);
    resource.expect(
      resource.get("masterPassword").isGiven().not().and(managed),
      "the admin password comes from the program and stays in state, instead of being made and rotated by AWS",
    );
  },
});

/** Rules on who reaches a warehouse, and how they sign in. */
export const accessRules: readonly Rule[] = [notPublic, noElasticIp, enhancedVpcRouting, subnetGroup, managedPassword];
