import { resource, type CaseProperties, type CaseResource } from "./cases";

/** What runs instances, for the cases on them. */
export const instance = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/instance:Instance", properties);
export const template = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", properties);
export const configuration = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/launchConfiguration:LaunchConfiguration", properties);
export const spotInstance = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", properties);
export const spotFleet = (...launchSpecifications: unknown[]): CaseResource =>
  resource("aws:ec2/spotFleetRequest:SpotFleetRequest", { launchSpecifications });

export const byTemplate = { launchTemplate: { id: "lt-1" } };
export const mapping = (ebs: unknown, more: CaseProperties = {}): unknown => ({
  deviceName: "/dev/xvda",
  ebs,
  ...more,
});
