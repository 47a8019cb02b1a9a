using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>Handing out and erasing what is kept about a customer.</summary>
public sealed partial class PrivacyPanel
{
    private string _surname = "";
    private string? _error;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public required Customer Customer { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>The customer was erased.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> Changed { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerErasure Erasure { get; set; } = default!;

    [Inject]
    private ILogger<PrivacyPanel> Logger { get; set; } = default!;

    private async Task EraseAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            _error = (await T.TryAsync(Logger, Today, () => Erasure.EraseAsync(Customer.Id, _surname, Actor, CancellationToken.None))).Refusal;
            if (_error is null)
            {
                await Changed();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}
