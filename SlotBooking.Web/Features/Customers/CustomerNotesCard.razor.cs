using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>Notes about a customer; one's own can be deleted.</summary>
public sealed partial class CustomerNotesCard
{
    private string _text = "";
    private string? _error;
    private bool _isBusy;

    [Parameter]
    public Guid CustomerId { get; set; }

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CustomerNote> Kept { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>A note was added or deleted.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> Changed { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerNotes Notes { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private ILogger<CustomerNotesCard> Logger { get; set; } = default!;

    private async Task AddAsync()
    {
        if (await RunAsync(() => Notes.AddAsync(CustomerId, _text, Actor, CancellationToken.None)))
        {
            _text = "";
        }
    }

    private Task DeleteAsync(Guid note) => RunAsync(() => Notes.DeleteAsync(note, Actor, CancellationToken.None));

    private async Task<bool> RunAsync(Func<Task<CustomerAnswer>> change)
    {
        if (_isBusy)
        {
            return false;
        }

        _isBusy = true;
        try
        {
            var changed = await T.TryAsync(Logger, Today, change);
            _error = changed.Refusal;
            if (!changed.HasFailed)
            {
                await Changed();
            }

            return _error is null;
        }
        finally
        {
            _isBusy = false;
        }
    }
}
