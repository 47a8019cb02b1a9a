using System.Globalization;

namespace SlotBooking.Tests.Browser;

/// <summary>Holds what a page received, by address.</summary>
internal sealed record Transfer(IReadOnlyList<(string Address, int Bytes)> Parts)
{
    /// <summary>The name under which the frames of the circuit are counted.</summary>
    public const string CircuitName = "circuit";

    /// <summary>The bytes of all frames that the circuit sent.</summary>
    public int Circuit => Parts.Where(part => part.Address == CircuitName).Sum(part => part.Bytes);

    /// <summary>The bytes of all pages and files, heads included.</summary>
    public int Files => Parts.Sum(part => part.Bytes) - Circuit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Files} + {Circuit} bytes:\n") + string.Join(
        '\n',
        Parts.OrderByDescending(part => part.Bytes).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Bytes,9} {part.Address}")));
}
