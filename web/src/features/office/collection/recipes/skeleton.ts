/** What a new recipe begins with: enough to see how one is written, and to be changed. */
export const skeleton = `# 예매처 사이트에서 엑셀을 받는 차례입니다. 단계마다 왜 그런지 적어 두세요.
title = "예매처 파트너센터"
# 페이지가 불러오는 모든 호스트. 서버 설정의 COLLECT_HOSTS에도 있어야 합니다.
hosts = ["partner.example.com"]
# 소스마다 다른 값
params = ["show"]

[[steps]]
open = "https://partner.example.com/login"
note = "로그인 화면"

[[steps]]
fill = "#user-id"
with = "{secret.PARTNER_ID}"

[[steps]]
fill = "#user-password"
with = "{secret.PARTNER_PASSWORD}"

[[steps]]
click = "text:로그인"
note = "로그인"

# 한 번 틀리면 멈춥니다. 계정이 잠기지 않게 꼭 적어 두세요.
[[steps]]
fail-if = ".login-error"
as = "login_failed"

[[steps]]
choose = "#show"
option = "{param.show}"

[[steps]]
fill = "#to"
with = "{date:YYYY.MM.DD}"

[[steps]]
click = "text:조회"

[[steps]]
download = "text:엑셀 다운로드"
note = "엑셀 내려받기"
`;
