using System.Globalization;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Prints figures against their targets and remembers whether all were met.</summary>
internal sealed class Verdict
{
    private bool _missed;

    /// <summary>What the verb answers: 0 when every target was met, 1 when not.</summary>
    public int ExitCode => _missed ? 1 : 0;

    public static void Say(string text) => Console.Out.WriteLine(text);

    public void AtMost(string what, double value, double target, string unit = "") => Judge(what, value, "<=", target, unit, value <= target);

    public void AtLeast(string what, double value, double target, string unit = "") => Judge(what, value, ">=", target, unit, value >= target);

    private void Judge(string what, double value, string sign, double target, string unit, bool met)
    {
        _missed |= !met;
        Say(string.Create(CultureInfo.InvariantCulture, $"{(met ? "ok    " : "MISSED")}  {what}: {value:0.00}{unit} (target {sign} {target:0.##}{unit})"));
    }
}
