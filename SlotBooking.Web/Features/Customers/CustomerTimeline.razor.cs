using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>A customer's appointments, newest first, a page at a time.</summary>
public sealed partial class CustomerTimeline
{
    private readonly List<BookingView> _older = [];
    private Guid? _lastNewest;
    private bool _mayBeMore;

    [Parameter]
    public Guid CustomerId { get; set; }

    /// <summary>The first page.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BookingView> Newest { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerProfiles Profiles { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // What was unfolded stays, unless the page before it ends somewhere else by now.
        Guid? last = Newest.Count > 0 ? Newest[^1].Id : null;
        if (last != _lastNewest)
        {
            _lastNewest = last;
            _older.Clear();
            _mayBeMore = Newest.Count == CustomerProfiles.PageSize;
        }
    }

    private async Task OlderAsync()
    {
        var page = await Profiles.OlderAsync(CustomerId, _older.Count > 0 ? _older[^1] : Newest[^1], CancellationToken.None);
        _older.AddRange(page);
        _mayBeMore = page.Count == CustomerProfiles.PageSize;
    }
}
