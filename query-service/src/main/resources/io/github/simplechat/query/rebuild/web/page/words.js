const KOREAN = {
  'Projections': '프로젝션',
  'Log out': '로그아웃',
  'Log in as an administrator': '관리자로 로그인',
  'Username': '사용자 이름',
  'Password': '비밀번호',
  'Log in': '로그인',
  'Or use an access token': '또는 액세스 토큰 사용',
  'Access token': '액세스 토큰',
  'Use it': '사용하기',
  'State': '상태',
  'Serving generation': '제공 중인 세대',
  'Position': '위치',
  'Lag': '지연',
  'Rate': '속도',
  'Parked feeds': '보류된 피드',
  'Rebuild': '다시 만들기',
  'Switch also when the contents differ': '내용이 달라도 전환',
  'Generations': '세대',
  'Generation': '세대',
  'Progress': '진행률',
  'Compared': '비교',
  'Begun': '시작',
  'By': '시작한 사람',
  'What can be done': '할 수 있는 일',
  'Feed': '피드',
  'Event': '이벤트',
  'Versions': '버전',
  'Failure': '오류',
  'Since': '발생 시각',
  'Retries': '재시도 횟수',
  'Cancel': '취소',
  'Retry': '다시 시도',
  'Switch': '전환',
  'Switch back': '되돌리기',
  'serving': '제공 중',
  'running': '진행 중',
  'catching-up': '따라잡는 중',
  'failing': '실패하는 중',
  'differs': '내용이 다름',
  'done': '완료',
  'cancelled': '취소됨',
  'failed': '실패',
  'dropped': '삭제됨',
  'release': '새 버전',
  'equal': '같음',
  'different': '다름',
  'from {}': '{}부터',
  '{} to {}': '{}부터 {}까지',
  '{} events/s': '초당 이벤트 {}개',
  '{}, {} left': '{}, {} 남음',
  '{}: generation {} is being built.': '{}: {}세대를 만들고 있습니다.',
  '{}: generation {} will serve once it has caught up.': '{}: {}세대가 따라잡으면 제공을 시작합니다.',
  '{}: generation {} is cancelled.': '{}: {}세대를 취소했습니다.',
  '{}: generation {} serves now.': '{}: 이제 {}세대가 제공합니다.',
  '{}: generation {} differs from the one that serves.': '{}: {}세대의 내용이 제공 중인 세대와 다릅니다.',
  '{}: generation {} has failed.': '{}: {}세대를 만들지 못했습니다.',
  '{}: feed {} goes on.': '{}: 피드 {} 처리를 이어 갑니다.',
  '{}: feed {} still cannot be taken in.': '{}: 피드 {}는 아직 처리할 수 없습니다.',
  'The service does not answer; trying again.': '서비스가 응답하지 않습니다. 다시 시도하고 있습니다.',
  'The service refused this.': '서비스가 거절했습니다.',
  'There is no login at this address; use an access token.': '이 주소에는 로그인이 없습니다. 액세스 토큰을 사용하세요.',
  'The username or the password is wrong.': '사용자 이름이나 비밀번호가 틀렸습니다.',
  'Log in, please: the token is not valid, or no longer.': '로그인해 주세요. 토큰이 유효하지 않거나 만료되었습니다.',
  'Projections are for administrators.': '프로젝션은 관리자만 볼 수 있습니다.',
  'This is being built already.': '이미 만들고 있습니다.',
  'This is gone.': '이제 없습니다.',
};

/** The first language of the browser that this page knows. */
export const LANGUAGE = navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === 'ko' || one === 'en') ?? 'en';

/** A sentence in that language, with values in its gaps. */
export function say(english, ...values) {
  const words = LANGUAGE === 'ko' && Object.hasOwn(KOREAN, english) ? KOREAN[english] : english;
  return words.replaceAll('{}', () => values.shift());
}

/** Puts everything under a node that is marked for it into that language. */
export function translate(root) {
  for (const part of root.querySelectorAll('[data-say]')) {
    part.textContent = say(part.textContent);
  }
  for (const template of root.querySelectorAll('template')) {
    translate(template.content);
  }
}

const whole = new Intl.NumberFormat(LANGUAGE);
const percent = new Intl.NumberFormat(LANGUAGE, { style: 'percent' });
const seconds = new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });
const minutes = new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit: 'minute', maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'short', timeStyle: 'medium' });

export const number = (value) => whole.format(value);
export const share = (value) => percent.format(Math.floor(value * 100) / 100);
export const duration = (secs) => secs < 120 ? seconds.format(secs) : minutes.format(secs / 60);
export const time = (text) => clock.format(new Date(text));
