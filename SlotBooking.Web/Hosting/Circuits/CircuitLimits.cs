using System.ComponentModel.DataAnnotations;

namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Limits of open pages; section <c>Circuits</c>.</summary>
public sealed class CircuitLimits
{
    /// <summary>Pages that one person may have open at the same time. The next one is refused; those that are open stay.</summary>
    [Range(1, 10_000, ErrorMessage = "Circuits:PerAccount muss eine ganze Zahl von 1 bis 10000 sein.")]
    public int PerAccount { get; set; } = 12;
}
