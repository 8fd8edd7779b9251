export { copyText } from '@renderer/ui/copy-text';
