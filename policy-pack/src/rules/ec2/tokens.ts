export const instance = "aws:ec2/instance:Instance";
export const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
export const launchConfiguration = "aws:ec2/launchConfiguration:LaunchConfiguration";
export const spotInstance = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
export const spotFleet = "aws:ec2/spotFleetRequest:SpotFleetRequest";
