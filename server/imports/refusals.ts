/** Why a file can't be read, and what to do then. */
import { BOUNDS, type Refused } from './import.ts';

const MIB = 2 ** 20;

export const ENCRYPTED: Refused = {
  refused: {
    zh: '文件设有密码，无法读取。请在 Word 或 WPS 中取消密码，另存一份后再导入。',
    en: 'The file is protected by a password. Take the password off in Word or WPS, save a copy and import that.',
  },
};

export const DECLARES_TYPE: Refused = {
  refused: {
    zh: '文件里有文档类型定义（DTD），为安全起见没有读取。请用 Word 或 WPS 打开，另存一份后再导入。',
    en: 'The file holds a document type definition (DTD) and was not read, for safety. Open it in Word or WPS, save a copy and import that.',
  },
};

export const UNPACKS_TOO_FAR: Refused = {
  refused: {
    zh: `文件解压后过大（超过 ${BOUNDS.unpacked / MIB} MB，或超过原来的 ${BOUNDS.ratio} 倍），为安全起见没有读取。请用 Word 或 WPS 打开，另存一份后再导入。`,
    en: `The file unpacks to too much (more than ${BOUNDS.unpacked / MIB} MiB, or ${BOUNDS.ratio} times its size) and was not read, for safety. Open it in Word or WPS, save a copy and import that.`,
  },
};

export const TOO_MANY_ENTRIES: Refused = {
  refused: {
    zh: `文件里包含的部件超过 ${BOUNDS.entries} 个，为安全起见没有读取。请删去图片等附加内容，另存一份后再导入。`,
    en: `The file holds more than ${BOUNDS.entries} parts and was not read, for safety. Take out pictures and the like, save a copy and import that.`,
  },
};

export const TOO_DEEP: Refused = {
  refused: {
    zh: `文件的内容嵌套超过 ${BOUNDS.depth} 层，为安全起见没有读取。请用 Word 或 WPS 打开，另存一份后再导入。`,
    en: `What the file holds is nested more than ${BOUNDS.depth} deep and was not read, for safety. Open it in Word or WPS, save a copy and import that.`,
  },
};

/** @param bytes the size of the file */
export function tooLarge(bytes: number): Refused {
  const [size, most] = [Math.ceil(bytes / MIB), BOUNDS.file / MIB];
  return {
    refused: {
      zh: `文件有 ${size} MB，超过 ${most} MB，没有读取。请删去图片等附加内容，另存一份后再导入。`,
      en: `The file has ${size} MiB, more than ${most} MiB, and was not read. Take out pictures and the like, save a copy and import that.`,
    },
  };
}

/** @param what the part that can't be read */
export function damaged(what: { readonly zh: string; readonly en: string }): Refused {
  return {
    refused: {
      zh: `文件已损坏，无法读取（${what.zh}）。请用 Word 或 WPS 打开修复，另存一份后再导入。`,
      en: `The file is damaged and can't be read (${what.en}). Open it in Word or WPS to mend it, save a copy and import that.`,
    },
  };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
