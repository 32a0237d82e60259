export { NewSignInsBanner as default } from '@/features/account/components/NewSignIns';
