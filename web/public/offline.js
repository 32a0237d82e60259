// Goes back to the page that was asked for, once the server answers or somebody asks. A browser that is online tells
// nothing of the server, so the server is asked as well, while somebody looks.
(function () {
  var everyMs = 3000;
  var again = function () {
    location.reload();
  };
  var ask = function () {
    if (document.hidden) return;
    fetch('/healthz', { cache: 'no-store' }).then(
      function (answer) {
        if (answer.ok) again();
      },
      function () {},
    );
  };
  setInterval(ask, everyMs);
  addEventListener('online', ask);
  document.getElementById('again').addEventListener('click', again);
})();
