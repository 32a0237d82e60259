// Goes back to the page that was asked for, once the connection is there or somebody asks.
(function () {
  var again = function () {
    location.reload();
  };
  addEventListener('online', again);
  document.getElementById('again').addEventListener('click', again);
})();
