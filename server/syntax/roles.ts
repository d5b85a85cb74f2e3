/** What a field says of a task: 牵头领导, 牵头单位, 协同/配合单位, 责任单位, 完成时限, 备注. */
export type Role = 'leader' | 'lead' | 'support' | 'unit' | 'deadline' | 'remark';
