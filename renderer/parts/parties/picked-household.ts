/** The household (一户式档案) a party was found in. */
export interface PickedHousehold {
  householdId: string;
  name: string;
}
