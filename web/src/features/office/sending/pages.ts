/** The pages of what is sent, which are loaded together. */
export { DeliveryList } from './DeliveryList';
export { DeliveryShow } from './DeliveryShow';
export { DestinationCreate, DestinationEdit } from './DestinationForms';
export { DestinationList } from './DestinationList';
export { MessagesPage } from './MessagesPage';
export { ScheduleCreate, ScheduleEdit } from './ScheduleForms';
export { ScheduleList } from './ScheduleList';
